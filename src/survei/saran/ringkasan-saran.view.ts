import { punyaIzinDi } from '../../auth/izin';
import type { Pelaku } from '../../auth/pelaku';
import { teksBilangan } from '../../shared/desimal';
import { jalur, kueri } from '../../shared/tampilan/tautan';
import { bolehKelolaSaran, bolehLihatSemuaSaran } from './saran.policy';
import type { JumlahStatus } from './saran.query';
import { NAMA_STATUS_SARAN, STATUS_SARAN } from './saran.rules';
import { hitungTanggapan, kalimatTanggapan } from './tanggapan.rules';

export interface TempatRingkasan {
  readonly instansiId: string;
  /** code of the agency */
  readonly instansi: string;
  /** code of the survey */
  readonly survei: string;
  readonly pelaku: Pelaku;
}

/** What the survey's page says of its suggestions, for the partial `saran/ringkasan`. */
export function ringkasanSaranView(
  { instansiId, instansi, survei, pelaku }: TempatRingkasan,
  jumlah: readonly JumlahStatus[],
): object {
  const alamat = jalur('instansi', instansi, 'survei', survei, 'saran');
  const semua = bolehLihatSemuaSaran(pelaku, instansiId);
  return {
    ada: jumlah.length > 0,
    kalimat: kalimatTanggapan(hitungTanggapan(jumlah)),
    status: STATUS_SARAN.filter((s) => s !== 'nihil').flatMap((status) => {
      const n = jumlah.find((j) => j.status === status)?.jumlah ?? 0;
      const tautan = semua ? kueri(alamat, { status }) : status === 'layak_terbit' ? `${alamat}/terbit` : null;
      return n === 0 ? [] : [{ teks: NAMA_STATUS_SARAN[status], jumlah: teksBilangan(n), tautan }];
    }),
    daftar: punyaIzinDi(pelaku, 'saran.lihat', instansiId) ? alamat : null,
    terbit: `${alamat}/terbit`,
    tambah: bolehKelolaSaran(pelaku, instansiId) ? `${alamat}/tambah` : null,
  };
}
