import { defineConfig } from 'tsup'

export default defineConfig({
  entry: { index: 'src/index.ts', schema: 'src/schema.ts', testing: 'src/testing.ts' },
  format: 'esm',
  target: 'es2022',
  dts: true,
  splitting: true,
  sourcemap: true,
  clean: true,
})
