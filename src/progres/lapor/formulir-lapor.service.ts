import { Injectable } from '@nestjs/common';
import { Transaksi } from '../../database/transaksi';
import { GalatIsian, type GalatMedan, type Ketikan } from '../../shared/isian';
import { bacaFormulirLapor, bacaSalin, pastikanUtuh } from './formulir-lapor';
import { IsianService, type Bentrok, type IsianKiriman } from './isian.service';
import { LaluQuery } from './lalu.query';
import { masalahNilai, namaIsian, rapikanNilai } from './medan-laporan';
import { UTAMA, type TempatLapor } from './tempat-lapor';

/** What became of the typed fields of a form: what is right is saved, whatever is wrong beside it. */
export interface HasilFormulir {
  readonly tersimpan: number;
  readonly bentrok: readonly Bentrok[];
  readonly galat: readonly GalatMedan[];
}

/** The fields of a report's form as a browser sends them without script; also beside files, which have a route of their own. */
@Injectable()
export class FormulirLaporService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly isian: IsianService,
    private readonly lalu: LaluQuery,
  ) {}

  /**
   * Saves what was changed; what cannot be kept comes back by its field.
   * @throws {GalatPengguna} for what no form of ours sends
   * @throws {GalatLaporanTerkunci} when something was changed and the slot is not open for entering
   */
  simpan(tempat: TempatLapor, ketikan: Ketikan): Promise<HasilFormulir> {
    return this.transaksi.jalankan(async () => {
      pastikanUtuh(ketikan);
      const kiriman = await this.denganSalinan(tempat, ketikan, bacaFormulirLapor(tempat, ketikan));
      const salah = new Map(
        kiriman.flatMap((k): [string, string][] => {
          const pesan = masalahNilai(k.medan, rapikanNilai(k.nilai));
          return pesan === null ? [] : [[namaIsian(k), pesan]];
        }),
      );
      const galat = [...salah].map(([medan, pesan]) => ({ medan, pesan }));
      const baik = kiriman.filter((k) => !salah.has(namaIsian(k)));
      if (baik.length === 0) return { tersimpan: 0, bentrok: [], galat };
      const { tersimpan, bentrok } = await this.isian.simpan(tempat, baik);
      return { tersimpan: tersimpan.length, bentrok, galat };
    });
  }

  /** @throws {GalatIsian} when there is nothing to take over */
  private async denganSalinan(
    tempat: TempatLapor,
    ketikan: Ketikan,
    kiriman: readonly IsianKiriman[],
  ): Promise<readonly IsianKiriman[]> {
    const medan = bacaSalin(ketikan);
    if (medan === null) return kiriman;
    const nilai = (await this.lalu.sebelum(tempat))?.[medan] ?? '';
    if (nilai === '') throw new GalatIsian([{ medan, pesan: 'Tidak ada isian periode lalu yang dapat disalin' }]);
    const letak = { bagian: UTAMA, medan };
    const versi = Number(ketikan[`versi:${medan}`] ?? 0);
    return [...kiriman.filter((k) => namaIsian(k) !== medan), { ...letak, nilai, versi }];
  }
}
