import { Injectable, type OnModuleInit } from '@nestjs/common';
import { jalur } from '../../shared/tampilan/tautan';
import { waktuIndonesia } from '../../shared/tanggal';
import { bolehKelolaSaran } from '../../survei/saran/saran.policy';
import { DaftarTautanSaran, type SumberTautanSaran } from '../../survei/saran/sumber-tautan-saran';
import { jalurSaran } from '../../survei/saran/tempat-saran';
import type { CaraTindakLanjut } from './saran-tindak-lanjut.entity';
import { SaranTindakLanjutQuery } from './saran-tindak-lanjut.query';

const CARA: Readonly<Record<CaraTindakLanjut, string>> = {
  prioritas_baru: 'prioritas dibuat dari saran ini',
  kegiatan_baru: 'kegiatan dibuat dari saran ini',
  dikaitkan: 'dikaitkan dengan saran ini',
};

/** Shows on the page of a suggestion what it became in the plans, and how to make it so. */
@Injectable()
export class TautanRencana implements SumberTautanSaran, OnModuleInit {
  constructor(
    private readonly daftar: DaftarTautanSaran,
    private readonly query: SaranTindakLanjutQuery,
  ) {}

  onModuleInit(): void {
    this.daftar.daftarkan(this);
  }

  cari: SumberTautanSaran['cari'] = async ({ instansi }, saranId) =>
    (await this.query.hasil(saranId)).map((h) => ({
      teks: h.kegiatan === null ? `Prioritas ${h.no}. ${h.judul}` : `Kegiatan ${h.kegiatan}. ${h.uraian ?? ''}`,
      keterangan: `Rencana ${h.rencana}; ${CARA[h.cara]} · ${h.nama} · ${waktuIndonesia(instansi.zonaWaktu, h.pada)}`,
      tautan:
        h.kegiatan === null
          ? `${jalur('instansi', instansi.kode, 'rencana', h.rencana)}#saran`
          : jalur('instansi', instansi.kode, 'rencana', h.rencana, 'kegiatan', h.kegiatan),
    }));

  jalan: SumberTautanSaran['jalan'] = (tempat, nomor) =>
    bolehKelolaSaran(tempat.pelaku, tempat.instansi.id)
      ? [
          { teks: 'Jadikan prioritas', tautan: jalurSaran(tempat, String(nomor), 'prioritas-baru') },
          { teks: 'Jadikan kegiatan', tautan: jalurSaran(tempat, String(nomor), 'kegiatan-baru') },
          { teks: 'Kaitkan dengan yang ada', tautan: jalurSaran(tempat, String(nomor), 'kaitkan') },
        ]
      : [];
}
