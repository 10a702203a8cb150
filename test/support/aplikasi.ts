import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { DataSource } from 'typeorm';
import { buatAplikasi, type OpsiAplikasi } from '../../src/aplikasi';
import { PengaturanAuth } from '../../src/auth/pengaturan';
import { bukaBasisDataUji } from './basisdata';

/** The real application on a free port, over a database of its own. */
export interface AplikasiUji {
  readonly aplikasi: NestExpressApplication;
  /** a superuser's, to look behind the locks */
  readonly sumber: DataSource;
  /** the application's own */
  readonly sumberAplikasi: DataSource;
  /** `http://127.0.0.1:…` without a slash at the end */
  readonly alamat: string;
  tutup(): Promise<void>;
}

/** Call in `beforeAll`, `tutup` in `afterAll`. */
export async function jalankanAplikasiUji(opsi: OpsiAplikasi = {}): Promise<AplikasiUji> {
  const basisData = await bukaBasisDataUji();
  const aplikasi = await buatAplikasi(basisData.sumberAplikasi, {
    auth: new PengaturanAuth({ kunci: randomBytes(32) }),
    ...opsi,
  });
  await aplikasi.listen(0, '127.0.0.1');
  const { port } = aplikasi.getHttpServer().address() as AddressInfo;
  return {
    aplikasi,
    sumber: basisData.sumber,
    sumberAplikasi: basisData.sumberAplikasi,
    alamat: `http://127.0.0.1:${port}`,
    async tutup() {
      await aplikasi.close();
      await basisData.tutup();
    },
  };
}
