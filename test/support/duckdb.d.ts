/** The part of DuckDB that the tests use: types are checked by it where the package is not installed yet. */
declare module '@duckdb/node-api' {
  interface Connection {
    run(sql: string): Promise<unknown>;
    runAndReadAll(sql: string): Promise<{ getRowObjectsJson(): readonly Record<string, unknown>[] }>;
    closeSync(): void;
  }
  export const DuckDBInstance: { create(): Promise<{ connect(): Promise<Connection> }> };
}
