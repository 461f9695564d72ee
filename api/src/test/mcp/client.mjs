// The TypeScript SDK's client against a Daybook: lists the tools, runs a query, prints both as JSON.
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

const [url, token, sql] = process.argv.slice(2);
const client = new Client({ name: 'test', version: '1' });
await client.connect(
  new StreamableHTTPClientTransport(new URL(url), {
    requestInit: { headers: { Authorization: `Bearer ${token}` } },
  }),
);
const { tools } = await client.listTools();
const answer = await client.callTool({ name: 'run_query', arguments: { sql } });
console.log(JSON.stringify({ tools: tools.map((tool) => tool.name), answer }));
await client.close();
