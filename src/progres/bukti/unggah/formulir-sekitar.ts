import { Injectable } from '@nestjs/common';
import { Transaksi } from '../../../database/transaksi';
import { GalatIsian, type GalatMedan, type Ketikan } from '../../../shared/isian';
import type { Halaman } from '../../../shared/tampilan/tampilan';
import { FormulirLaporService } from '../../lapor/formulir-lapor.service';
import { HalamanLaporQuery } from '../../lapor/halaman-lapor.query';
import type { Bentrok } from '../../lapor/isian.service';
import { konflikView } from '../../lapor/konflik.view';
import { laporView } from '../../lapor/lapor.view';
import { PejabatQuery } from '../../lapor/pejabat.query';
import type { TempatLapor } from '../../lapor/tempat-lapor';

/** What of the form around the evidence could not be kept. */
export interface SisaFormulir {
  readonly galat: readonly GalatMedan[];
  readonly bentrok: readonly Bentrok[];
}

/** The block of evidence stands inside the form of a report: a button of the block, pressed without script, loses nothing typed around it. */
@Injectable()
export class FormulirSekitar {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly formulir: FormulirLaporService,
    private readonly query: HalamanLaporQuery,
    private readonly pejabat: PejabatQuery,
  ) {}

  /** Nothing to do where the block came alone. */
  async simpan(tempat: TempatLapor, ketikan: Ketikan): Promise<SisaFormulir> {
    if (!sekitar(ketikan)) return { galat: [], bentrok: [] };
    try {
      return await this.formulir.simpan(tempat, ketikan);
    } catch (galat) {
      if (galat instanceof GalatIsian) return { galat: galat.daftar, bentrok: [] };
      throw galat;
    }
  }

  /** The form again, with everything typed and all that is wrong; null where nothing is, or the block came alone. */
  halaman(tempat: TempatLapor, ketikan: Ketikan, { galat, bentrok }: SisaFormulir): Promise<Halaman | null> {
    return this.transaksi.jalankan(async () => {
      if (bentrok.length > 0) return konflikView(tempat, bentrok, await this.pejabat.utama(tempat));
      if (galat.length === 0 || !sekitar(ketikan)) return null;
      return laporView(tempat, await this.query.bahan(tempat), { ketikan, galat });
    });
  }
}

/** Each form of a report has the key by which it is submitted once. */
function sekitar(ketikan: Ketikan): boolean {
  return 'kunci' in ketikan;
}
