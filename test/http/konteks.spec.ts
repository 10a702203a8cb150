import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Client } from 'pg';
import { from } from 'rxjs';
import { AppModule } from '../../src/app.module';
import { KonteksInterceptor } from '../../src/auth/konteks.interceptor';
import { TANPA_KONTEKS, konteksSistem, Transaksi } from '../../src/database/transaksi';
import type { Konteks } from '../../src/database/konteks';
import { LaporanService } from '../../src/laporan/laporan.service';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { buatInstansiUji, type InstansiUji } from '../support/dua-instansi';
import { masukSebagai } from '../support/orang';

let uji: AplikasiUji;
let transaksi: Transaksi;
let satu: InstansiUji;
let lain: InstansiUji;

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
  transaksi = uji.aplikasi.get(Transaksi);
  satu = await buatInstansiUji(uji.sumberAplikasi, uji.sumber, 'SATU');
  lain = await buatInstansiUji(uji.sumberAplikasi, uji.sumber, 'LAIN');
});

afterAll(async () => {
  jest.restoreAllMocks();
  await uji.tutup();
});

const milik = (...instansi: readonly InstansiUji[]): Konteks => ({ ...TANPA_KONTEKS, instansi: instansi.map((i) => i.id) });
const terlihat = async () =>
  (await transaksi.manager.query<{ kode: string }[]>('SELECT kode FROM instansi ORDER BY kode')).map((i) => i.kode);

describe('one transaction, one context', () => {
  test('what runs inside sees its agencies, what runs outside none', async () => {
    expect(await transaksi.sebagai(milik(satu), terlihat)).toEqual(['SATU']);
    expect(await transaksi.sebagai(milik(satu, lain), terlihat)).toEqual(['LAIN', 'SATU']);
    expect(await terlihat()).toEqual([]);
    expect(await transaksi.jalankan(terlihat)).toEqual([]);
  });

  test('an act inside keeps the context; a part with another returns to it, also when it fails', async () => {
    await transaksi.sebagai(milik(satu), async () => {
      expect(await transaksi.jalankan(terlihat)).toEqual(['SATU']);
      expect(await transaksi.sebagai(milik(lain), terlihat)).toEqual(['LAIN']);
      expect(await terlihat()).toEqual(['SATU']);
      await expect(transaksi.sebagai(milik(lain), () => Promise.reject(new Error('gagal')))).rejects.toThrow('gagal');
      expect(await terlihat()).toEqual(['SATU']);
    });
  });

  test('two parts with different contexts at once are refused: one of them would see the other’s rows', async () => {
    await transaksi.sebagai(milik(satu), async () => {
      const [pertama, kedua] = await Promise.allSettled([
        transaksi.sebagai(milik(lain), terlihat),
        transaksi.sebagai(milik(satu), terlihat),
      ]);
      expect(pertama).toMatchObject({ value: ['LAIN'] });
      expect(kedua).toMatchObject({ reason: { message: 'Dua konteks sekaligus dalam satu transaksi' } });
    });
  });

  test('requests at once do not mix', async () => {
    const hasil = await Promise.all([...Array(20).keys()].map((i) => transaksi.sebagai(milik(i % 2 ? satu : lain), terlihat)));
    expect(hasil).toEqual([...Array(20).keys()].map((i) => [i % 2 ? 'SATU' : 'LAIN']));
  });

  test('a named context opens its transactions one by one', async () => {
    await transaksi.denganKonteks(milik(satu), async () => {
      expect(await terlihat()).toEqual([]);
      expect(await transaksi.jalankan(terlihat)).toEqual(['SATU']);
      expect(() => transaksi.managerTransaksi).toThrow('Tidak ada transaksi');
    });
  });

  test('the path of the command line: the one agency of the code, or nothing at all', async () => {
    expect(await transaksi.sebagaiSistem('uji', 'SATU', terlihat)).toEqual(['SATU']);
    expect(await transaksi.sebagaiSistem('uji', 'TIDAK ADA', terlihat)).toBeNull();
    const lihatUnit = () => transaksi.manager.query<unknown[]>('SELECT FROM unit');
    expect(await transaksi.sebagai(konteksSistem('uji'), lihatUnit)).toEqual([]);
  });
});

describe('a request', () => {
  const sibuk = async () =>
    Number(
      (
        await uji.sumber.query<{ n: string }[]>(
          `SELECT count(*) AS n FROM pg_stat_activity WHERE datname = current_database() AND usename = 'tuntas_aplikasi' AND state <> 'idle'`,
        )
      )[0]?.n,
    );

  test.each([
    ['/instansi/SATU', 'pelapor'],
    ['/instansi/SATU/survei/S', 'inspektur'],
    ['/instansi/SATU/audit', 'admin'],
    ['/instansi/SATU/organisasi', 'admin'],
    ['/instansi/SATU/organisasi/pengaturan', 'admin'],
    ['/instansi/SATU/organisasi/unit/ANAK', 'pelapor'],
  ] as const)('%s: one statement tells who asks, then one transaction reads the rest', async (jalur, peran) => {
    const orang = await masukSebagai(uji.sumber, [{ instansi: 'SATU', peran }]);
    const perintah: string[] = [];
    const asli = Reflect.get(Client.prototype, 'query') as (this: Client, ...isi: unknown[]) => unknown;
    const mata = jest.spyOn(Client.prototype, 'query').mockImplementation(function (this: Client, ...isi: unknown[]) {
      const [satuan] = isi;
      perintah.push(typeof satuan === 'string' ? satuan : String((satuan as { text?: string }).text));
      return asli.apply(this, isi) as never;
    });
    const jawaban = await fetch(uji.alamat + jalur, { headers: orang.kepala });
    await jawaban.text();
    mata.mockRestore();
    expect(jawaban.status).toBe(200);
    expect(perintah[0]).toContain('pelaku_sesi');
    expect(perintah.slice(1, 3)).toEqual(['START TRANSACTION', expect.stringContaining(`set_config('tuntas.instansi'`)]);
    expect(perintah.at(-1)).toBe('COMMIT');
    expect(perintah.filter((p) => /^(START|SAVEPOINT)/.test(p) || p.includes('set_config('))).toHaveLength(2);
  });

  test('while a report is printed no connection is held, and others are served', async () => {
    const orang = await masukSebagai(uji.sumber, [{ instansi: 'SATU', peran: 'pimpinan' }]);
    let selesai: (pdf: Uint8Array) => void = () => undefined;
    const mencetak = new Promise<void>((mulai) => {
      jest.spyOn(uji.aplikasi.get(LaporanService), 'pdf').mockImplementation(() => {
        mulai();
        return new Promise((isi) => (selesai = isi));
      });
    });
    const cetak = fetch(`${uji.alamat}/instansi/SATU/rencana/R/laporan.pdf`, { headers: orang.kepala });
    await mencetak;
    expect(await sibuk()).toBe(0);
    expect((await fetch(`${uji.alamat}/instansi/SATU`, { headers: orang.kepala })).status).toBe(200);
    selesai(Buffer.from('%PDF-uji'));
    expect(await (await cetak).text()).toBe('%PDF-uji');
    jest.restoreAllMocks();
  });

  test('is one transaction from guard to answer: what fails leaves nothing, and the answer comes after the commit', async () => {
    const orang = await masukSebagai(uji.sumber, [{ instansi: 'SATU', peran: 'admin' }]);
    const asli = Reflect.get(KonteksInterceptor.prototype, 'intercept');
    let gagalkan = true;
    // A handler that writes, then fails or not.
    jest.spyOn(KonteksInterceptor.prototype, 'intercept').mockImplementation(function (this: KonteksInterceptor, context, next) {
      const handle = () =>
        (async function* () {
          await transaksi.managerTransaksi.query(`UPDATE instansi SET kota = 'Ternate'`);
          if (gagalkan) throw new Error('sesudah menulis');
          yield await Promise.resolve('ok');
        })();
      return asli.call(this, context, { ...next, handle: () => from(handle()) });
    });
    uji.aplikasi.useLogger(false);
    const kota = async () =>
      (await uji.sumber.query<{ kota: string }[]>('SELECT kota FROM instansi ORDER BY kode')).map((i) => i.kota);
    expect((await fetch(`${uji.alamat}/instansi/SATU`, { headers: orang.kepala })).status).toBe(500);
    expect(await kota()).toEqual(['Ambon', 'Ambon']);
    gagalkan = false;
    expect((await fetch(`${uji.alamat}/instansi/SATU`, { headers: orang.kepala })).status).toBe(200);
    // Without any filter in the statement, only the agency of the address changed.
    expect(await kota()).toEqual(['Ambon', 'Ternate']);
    jest.restoreAllMocks();
  });
});

describe('closed by default', () => {
  @Controller('lupa')
  class LupaController {
    @Get()
    isi(): string {
      return 'rahasia';
    }
  }

  @Module({ controllers: [LupaController] })
  class LupaModule {}

  @Module({})
  class AplikasiLupa {}

  test('the application does not start with a route that says nothing', async () => {
    const aplikasi = await NestFactory.create(
      { module: AplikasiLupa, imports: [AppModule.dengan(uji.sumberAplikasi), LupaModule] },
      { logger: false, abortOnError: false },
    );
    await expect(aplikasi.init()).rejects.toThrow('Rute tanpa @Izin atau @Publik: GET /lupa');
    await aplikasi.close();
  });
});
