/** Rolls the types of the library into one file, so that the package needs no other one for them. */
import { join } from 'node:path';
import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';
import { mustRun, root } from './commands.mjs';

/** Writes server/dist/index.d.ts. Throws when the types do not compile, or when one of them stays outside. */
export async function buildTypes() {
  await mustRun(process.execPath, [join('node_modules', 'typescript', 'bin', 'tsc'), '-b', 'server']);
  const bundle = await rollup({
    input: join(root, 'server/dist/types/library/index.d.ts'),
    plugins: [dts({ respectExternal: true, tsconfig: join(root, 'server/tsconfig.json') })],
    onwarn: ({ message }) => {
      throw new Error(message);
    },
  });
  await bundle.write({ file: join(root, 'server/dist/index.d.ts'), format: 'es' });
  await bundle.close();
}
