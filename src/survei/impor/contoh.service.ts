import { Injectable } from '@nestjs/common';
import { GalatPengguna } from '../../shared/galat';
import { Penyimpanan } from '../../storage/penyimpanan';
import { olahRespons } from '../respons/olah';
import type { BarisDitolak, BlokRespons } from '../respons/respons.rules';
import { berkasTersimpan } from './berkas-impor';
import type { ImporResponsEntity } from './impor-respons.entity';
import { masalahKolom, pemetaanKini } from './masalah-kolom.rules';
import type { ContohBaris } from './pratinjau.view';
import type { TempatSurvei } from './tempat-impor';

const DITUNJUKKAN = 10;

@Injectable()
export class ContohService {
  constructor(private readonly penyimpanan: Penyimpanan) {}

  /** The first rows as they would be imported; null while the columns are not clear or the file cannot be read. */
  async ambil(t: TempatSurvei, impor: ImporResponsEntity): Promise<ContohBaris | null> {
    const { kunciBerkas: kunci, namaBerkas: nama, ukuran, susunan } = impor;
    if (kunci === null || masalahKolom(impor, t.instrumen).length > 0) return null;
    const ditolak: BarisDitolak[] = [];
    const berkas = await berkasTersimpan(this.penyimpanan, { nama, ukuran, kunci });
    const olahan = olahRespons(berkas, susunan, pemetaanKini(impor), t.instrumen, {
      ditolak: (b) => {
        if (ditolak.length < DITUNJUKKAN) ditolak.push(b);
      },
    });
    // Reading stops after the first rows: what the rest would come to is nobody's business here.
    olahan.selesai.catch(() => undefined);
    try {
      return { blok: await blokPertama(olahan.blok()), ditolak };
    } catch (galat) {
      if (galat instanceof GalatPengguna) return null;
      throw galat;
    }
  }
}

async function blokPertama(daftar: AsyncIterable<BlokRespons>): Promise<BlokRespons | null> {
  for await (const blok of daftar) return blok;
  return null;
}
