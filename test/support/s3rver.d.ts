/** What we use of the S3 server for tests, which comes without types. */
declare module 's3rver' {
  import type { AddressInfo } from 'node:net';

  interface Opsi {
    readonly port: number;
    readonly silent: boolean;
    readonly directory: string;
    readonly configureBuckets: readonly { readonly name: string; readonly configs: readonly string[] }[];
  }

  export default class S3rver {
    constructor(opsi: Opsi);
    run(): Promise<AddressInfo>;
    close(): Promise<void>;
  }
}
