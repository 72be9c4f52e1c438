/** The part of hyparquet-writer that we use: types are checked by it where the package is not installed yet. */
declare module 'hyparquet-writer' {
  interface Column {
    readonly name: string;
    readonly type: 'STRING' | 'INT32' | 'TIMESTAMP' | 'BOOLEAN';
    readonly nullable: boolean;
    readonly data: readonly unknown[];
  }
  export function parquetWriteBuffer(file: {
    readonly columnData: readonly Column[];
    readonly createdBy: string;
  }): ArrayBuffer;
}
