import { describe, expect, test } from 'vitest';
import { analyse } from '../../server/src/mentions/analyse.ts';
import { readProse } from '../../server/src/prose/readProse.ts';

/** "Name: role (position)" of each name that has one. */
function roles(text: string): string {
  const document = analyse(readProse({ uri: 'memory:text', format: 'plaintext', text }));
  return document.blocks
    .flatMap(({ mentions }) => mentions)
    .flatMap((mention) =>
      mention.kind === 'name' && mention.role
        ? [`${mention.text}: ${mention.role.text} (${mention.role.position})`]
        : [],
    )
    .join(' | ');
}

describe('roles', () => {
  test.each([
    // before the name
    ['It met US Special Envoy for Belarus John Coale.', 'John Coale: US Special Envoy for Belarus (before)'],
    [
      'Belarusian President Alexander Lukashenko left.',
      'Alexander Lukashenko: Belarusian President (before)',
    ],
    ['They freed opposition leader Maria Kolesnikova.', 'Maria Kolesnikova: opposition leader (before)'],
    [
      'Among them is Nobel Peace Prize laureate Ales Bialiatski.',
      'Ales Bialiatski: Nobel Peace Prize laureate (before)',
    ],
    [
      "Sweden's former foreign minister Carl Berg came.",
      "Carl Berg: Sweden's former foreign minister (before)",
    ],
    ['It was told to Secretary of State Anna Berg.', 'Anna Berg: Secretary of State (before)'],
    ['A letter by chief executive Olof Dahl was read.', 'Olof Dahl: chief executive (before)'],
    ['The head of Acme Resources Olof Dahl left.', 'Olof Dahl: head of Acme Resources (before)'],
    ['She met ex-president Olof Dahl.', 'Olof Dahl: ex-president (before)'],
    ['Talks with team captain Dr Jane Doe failed.', 'Jane Doe: team captain (before)'],
    // after the name
    ['John Coale, the US envoy, spoke.', 'John Coale: US envoy (after)'],
    [
      'Ales Bialiatski, founder of the Viasna human rights group; others spoke.',
      'Ales Bialiatski: founder of the Viasna human rights group (after)',
    ],
    [
      'Freed was Viktar Babaryka, a former presidential aspirant.',
      'Viktar Babaryka: former presidential aspirant (after)',
    ],
    ['Anna Berg, 34, a teacher from Malmo, agreed.', 'Anna Berg: teacher from Malmo (after)'],
    ['Anna Berg (leader of the Green Front) agreed.', 'Anna Berg: leader of the Green Front (after)'],
    ['Anna Berg, a lawyer who lives in Oslo, agreed.', 'Anna Berg: lawyer (after)'],
    [
      'Olof Dahl, chief executive of Acme Resources, said so.',
      'Olof Dahl: chief executive of Acme Resources (after)',
    ],
    // neighbours that are no role of the name
    ['Anna Berg, President Olof Dahl and others came.', 'Olof Dahl: President (before)'],
    ['The teacher said Anna Berg was late.', ''],
    ['Anna Berg, and the teacher, came.', ''],
    ['Anna Berg, the teacher said, was late.', ''],
    ['In the past the president Russia chose was old.', ''],
    ['The captain, in Malmo, slept.', ''],
    ['They met Mr Berg.', ''],
  ])('%s', (text, expected) => expect(roles(text)).toBe(expected));
});
