import { readFileSync } from 'node:fs';
import { AuditService } from '../../src/audit/audit.service';
import { Transaksi } from '../../src/database/transaksi';
import { berkasContoh } from '../../src/paket/contoh';
import { ImporService } from '../../src/paket/impor.service';
import type { Paket } from '../../src/paket/paket';
import { bacaPaket } from '../../src/paket/paket.baca';
import { rencanaAwal } from '../../src/rtl/awal/rencana-awal.service';
import { Jam } from '../../src/shared/jam';
import type { AplikasiUji } from './aplikasi';

/** The example pakets, read. */
export function contohPaket(): { readonly nama: string; readonly paket: Paket }[] {
  return berkasContoh().map(({ nama, jalur }) => ({ nama, paket: bacaPaket(readFileSync(jalur)) }));
}

/** The agency of a paket with its units and instruments, so that its surveys can be typed. */
export async function imporTanpaSurvei(uji: AplikasiUji, paket: Paket): Promise<void> {
  const transaksi = new Transaksi(uji.sumberAplikasi);
  const impor = new ImporService(transaksi, new AuditService(transaksi, new Jam()), rencanaAwal(transaksi));
  await impor.imporSistem({ ...paket, survei: [], rencana: [], realisasi: [], laporan: [] }, 'uji');
}
