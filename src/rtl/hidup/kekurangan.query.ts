import { Injectable } from '@nestjs/common';
import { InstrumenQuery } from '../../instrumen/instrumen.query';
import type { Tempat } from '../../organisasi/tempat';
import { hitungSurvei, type HasilUnsur } from '../../survei/skor.rules';
import { SurveiQuery } from '../../survei/survei.query';
import { keRencana, semuaTersusun, type RencanaTersusun } from '../susun/susunan';
import { kekuranganRencana, type KesiapanRencana } from './kekurangan.rules';

/** What a plan as it stands lacks, with the values of its survey. */
@Injectable()
export class KekuranganQuery {
  constructor(
    private readonly survei: SurveiQuery,
    private readonly instrumen: InstrumenQuery,
  ) {}

  async cari({ instansi }: Tempat, rencana: RencanaTersusun): Promise<KesiapanRencana[]> {
    const tanpaBukti = semuaTersusun(rencana).filter((k) => k.isi.buktiDiharapkan.length === 0);
    return kekuranganRencana({
      rencana: keRencana(rencana),
      unsur: await this.unsur(rencana),
      jumlah: instansi.pengaturan?.jumlahPrioritas,
      tanpaBukti: tanpaBukti.map((k) => k.kode),
    });
  }

  private async unsur({ instansiId, survei: kode }: RencanaTersusun): Promise<readonly HasilUnsur[]> {
    const survei = kode === null ? undefined : (await this.survei.daftar(instansiId)).find((s) => s.kode === kode);
    if (!survei) return [];
    const instrumen = (await this.instrumen.semua(instansiId)).find((i) => i.kode === survei.instrumen);
    return instrumen ? hitungSurvei(survei, instrumen).unsur : [];
  }
}
