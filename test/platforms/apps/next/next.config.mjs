import { fileURLToPath } from 'node:url'

// The folder that has node_modules: in a project of its own, Next finds it.
export default { turbopack: { root: fileURLToPath(new URL('../../', import.meta.url)) }, distDir: '../../built/next' }
