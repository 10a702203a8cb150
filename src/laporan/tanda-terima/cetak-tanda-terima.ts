import { join } from 'node:path';
import { akarProyek } from '../../shared/akar';
import { muatTemplat, type MesinTemplat } from '../../shared/tampilan/templat';
import { hariIniDi } from '../../shared/tanggal';
import { isiPengajuanView } from '../../progres/lapor/isi-pengajuan.view';
import type { TandaTerima } from '../../progres/lapor/tanda-terima.query';
import { faktaTandaTerima } from '../../progres/lapor/tanda-terima.view';
import type { TempatLapor } from '../../progres/lapor/tempat-lapor';
import { teksCss } from '../cetak/aset';
import type { IsiHalaman } from '../cetak/halaman';

/** A receipt ready to print; it says when the report was received, never when it was printed. */
export interface TandaTerimaCetak extends IsiHalaman {
  readonly tanggal: string;
}

/** The receipt of a submission. Same submission → same document. */
export function susunTandaTerima(tempat: TempatLapor, p: TandaTerima): TandaTerimaCetak {
  const { instansi } = tempat;
  const judul = `Tanda terima ${p.nomor}`;
  const kertas = instansi.pengaturan?.kertas ?? 'a4';
  return {
    judul,
    penulis: instansi.nama,
    tanggal: hariIniDi(instansi.zonaWaktu, p.pada),
    kelas: `kertas-${kertas}`,
    variabel: {
      '--judul-pendek': teksCss(judul),
      '--judul-lanskap': teksCss(judul),
      '--nama-instansi': teksCss(instansi.nama),
      '--kaki-1': teksCss(instansi.nama),
      '--kaki-2': teksCss(judul),
    },
    badan: templat().render('laporan/tanda-terima', {
      judul,
      fakta: faktaTandaTerima(tempat, p),
      isi: isiPengajuanView(tempat, p),
    }),
  };
}

let mesin: MesinTemplat | undefined;
function templat(): MesinTemplat {
  mesin ??= muatTemplat(join(akarProyek(), 'views'));
  return mesin;
}
