import { readFileSync } from 'node:fs';
import { MIGRASI } from '../../migrations/index';
import { Rencana1700000003001 } from '../../migrations/1700000003001-rencana';
import { AuditService } from '../../src/audit/audit.service';
import { Transaksi } from '../../src/database/transaksi';
import { berkasContoh } from '../../src/paket/contoh';
import { ImporService } from '../../src/paket/impor.service';
import { bacaPaket } from '../../src/paket/paket.baca';
import { rencanaAwal } from '../../src/rtl/awal/rencana-awal.service';
import { Jam } from '../../src/shared/jam';
import { bukaBasisDataUji, type BasisDataUji } from '../support/basisdata';

jest.setTimeout(60_000);
let uji: BasisDataUji;

beforeAll(async () => {
  uji = await bukaBasisDataUji();
});

afterAll(() => uji.tutup());

it('existing plans that are ditetapkan get the plan awal and the slots that an import gives them', async () => {
  const transaksi = new Transaksi(uji.sumberAplikasi);
  const impor = new ImporService(transaksi, new AuditService(transaksi, new Jam()), rencanaAwal(transaksi));
  for (const { jalur } of berkasContoh()) await impor.imporSistem(bacaPaket(readFileSync(jalur)), 'uji');
  const isi = async () => ({
    awal: await uji.sumber.query<object[]>(
      `SELECT i.kode, a.nomor, a.sumber, a.isi, a.bukti_diharapkan FROM rencana_awal a JOIN instansi i ON i.id = a.instansi_id ORDER BY 1, a.isi->>'kode'`,
    ),
    slot: await uji.sumber.query<object[]>('SELECT kegiatan_id, periode FROM slot ORDER BY 1, 2'),
  });
  const sebelum = await isi();
  expect([sebelum.awal.length, sebelum.slot.length > 30]).toEqual([4, true]);
  const mundur = MIGRASI.length - MIGRASI.indexOf(Rencana1700000003001);
  for (let i = 0; i < mundur; i++) await uji.sumber.undoLastMigration();
  await uji.sumber.runMigrations();
  expect(await isi()).toEqual(sebelum);
});
