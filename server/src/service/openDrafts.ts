import type { CheckedDocument, Checker } from './checker.ts';
import { type Cancellation, throwIfCancelled, type WorkspaceHost } from './workspaceHost.ts';

/** The open drafts that are checked against the sources of `root`, in the order in which they were opened. */
export async function openDrafts(
  host: WorkspaceHost,
  checker: Checker,
  root: string,
  cancellation: Cancellation | undefined,
): Promise<readonly CheckedDocument[]> {
  const drafts: CheckedDocument[] = [];
  for (const { uri } of host.documents()) {
    throwIfCancelled(cancellation);
    const checked = await checker.check(uri, cancellation);
    if (checked?.role === 'draft' && checked.sources.root === root) drafts.push(checked);
  }
  return drafts;
}
