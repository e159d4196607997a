/**
 * Touchstone as a library: check texts against their sources in any JavaScript runtime, add the check to a unified
 * pipeline, or answer an editor's questions without a server. Offline and deterministic.
 */

export type { Aliases } from '../alignment/alignDraft.ts';
export type {
  CheckedFact,
  Coverage,
  DraftReport,
  Evidence,
  FactKind,
  Finding,
  Fix,
  Level,
  RuleCode,
  TextEdit,
  Verdict,
} from '../findings/finding.ts';
export type { TextFormat } from '../prose/document.ts';
export type { AcceptedValue, CheckOptions, DateOrder } from '../rules/options.ts';
export { RULES } from '../rules/registry.ts';
export type { RuleDescription } from '../rules/rule.ts';
export type { LanguageService } from '../service/languageService.ts';
export type {
  Cancellation,
  FileContent,
  FoundFiles,
  OpenDocument,
  WorkspaceHost,
} from '../service/workspaceHost.ts';
export type { LinePosition } from '../text/lineIndex.ts';
export type { Span } from '../text/span.ts';
export {
  type CheckInput,
  type CheckResult,
  check,
  createSourceChecker,
  type LibraryOptions,
  type NamedText,
  type SourceChecker,
} from './check.ts';
export { createLanguageService, type EditorAbilities } from './languageService.ts';
export { createMemoryHost, type MemoryHost, type MemoryHostOptions } from './memoryHost.ts';
export {
  type CheckedFile,
  type FileMessage,
  type FilePoint,
  type TreeNode,
  touchstone,
  type UnifiedOptions,
} from './unifiedPlugin.ts';
