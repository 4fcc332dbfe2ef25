import { NutgrafError } from '../../base/error.ts'

/** The SDK of the Model Context Protocol, an optional peer: those who serve no tools need not have it. */
export async function loadSdk() {
  try {
    const [{ McpServer }, { StdioServerTransport }] = await Promise.all([
      import('@modelcontextprotocol/sdk/server/mcp.js'),
      import('@modelcontextprotocol/sdk/server/stdio.js'),
    ])
    return { McpServer, StdioServerTransport }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new NutgrafError(
      'missing-package',
      'mcp',
      'tools are served by the SDK of the Model Context Protocol, which is not installed: npm install @modelcontextprotocol/sdk',
    )
  }
}
