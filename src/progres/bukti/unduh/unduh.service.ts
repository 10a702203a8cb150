import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Pelaku } from '../../../auth/pelaku';
import { Transaksi } from '../../../database/transaksi';
import { Organisasi } from '../../../organisasi/tempat';
import { GalatTidakBerhak, GalatTidakDitemukan } from '../../../shared/galat';
import { Penyimpanan } from '../../../storage/penyimpanan';
import { TempatLaporQuery } from '../../lapor/tempat-lapor.query';
import { bolehLihatBukti } from './bukti.policy';

/** A file as it is given out. */
export interface BerkasBukti {
  readonly nama: string;
  readonly jenis: string;
  /** bytes, where known */
  readonly ukuran: number | null;
  /** changes with the content */
  readonly sidik: string;
  /** @throws {GalatTidakDitemukan} the store has lost it; {PenyimpananTerganggu} */
  readonly buka: () => Promise<Readable>;
}

interface Baris {
  readonly nama: string;
  readonly sha256: string;
  readonly jenis: string;
  readonly ukuran: number;
  readonly kunci: string;
  readonly kunciKecil: string | null;
  readonly putaran: number;
  readonly rencana: string;
  readonly kegiatan: string;
  readonly periode: string;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

@Injectable()
export class UnduhService {
  constructor(
    private readonly organisasi: Organisasi,
    private readonly tempatLapor: TempatLaporQuery,
    private readonly transaksi: Transaksi,
    private readonly penyimpanan: Penyimpanan,
  ) {}

  /** @throws {GalatTidakDitemukan} @throws {GalatTidakBerhak} a draft of other units */
  async cari(instansi: string, bukti: string, pelaku: Pelaku): Promise<BerkasBukti> {
    const { nama, jenis, ukuran, sha256: sidik, kunci } = await this.baris(instansi, bukti, pelaku);
    return { nama, jenis, ukuran, sidik, buka: () => this.buka(kunci) };
  }

  /** The small picture. @throws {GalatTidakDitemukan} @throws {GalatTidakBerhak} a draft of other units */
  async cariKecil(instansi: string, bukti: string, pelaku: Pelaku): Promise<BerkasBukti> {
    const { nama, sha256, kunciKecil } = await this.baris(instansi, bukti, pelaku);
    if (kunciKecil === null) throw tiada();
    return { nama, jenis: 'image/jpeg', ukuran: null, sidik: `${sha256}-kecil`, buka: () => this.buka(kunciKecil) };
  }

  private baris(instansi: string, bukti: string, pelaku: Pelaku): Promise<Baris> {
    return this.transaksi.baca(async () => {
      const tempat = await this.organisasi.buka(instansi, pelaku);
      if (!UUID.test(bukti)) throw tiada();
      const [baris] = await this.transaksi.manager.query<Baris[]>(CARI, [tempat.instansi.id, bukti]);
      if (!baris) throw tiada();
      const unit = async () => {
        const slot = await this.tempatLapor.slot(tempat, baris.rencana, baris.kegiatan, baris.periode);
        return slot ? [...slot.utama, ...slot.pendukung] : [];
      };
      const dituju = { instansiId: tempat.instansi.id, pernahDiajukan: baris.putaran > 0, unit };
      if (!(await bolehLihatBukti(pelaku, dituju)))
        throw new GalatTidakBerhak(
          'Bukti ini milik draf laporan unit lain, jadi belum dapat dibuka. Tunggu sampai laporannya diajukan, atau minta unit itu membagikannya.',
        );
      return baris;
    });
  }

  private async buka(kunci: string): Promise<Readable> {
    const aliran = await this.penyimpanan.bukaAliran(kunci);
    if (!aliran)
      throw new GalatTidakDitemukan(
        'Berkas bukti ini tercatat, tetapi tidak ada di penyimpanan. Beri tahu pengelola aplikasi agar dipulihkan dari cadangan.',
      );
    return aliran;
  }
}

const CARI = `
  SELECT b.nama, o.sha256, o.jenis, o.ukuran::float8 AS ukuran, o.kunci, o.kunci_kecil AS "kunciKecil", l.putaran, r.kode AS rencana,
    k.kode AS kegiatan, l.periode
  FROM bukti_laporan b
  JOIN objek_berkas o ON o.instansi_id = b.instansi_id AND o.sha256 = b.sha256
  JOIN laporan_slot l ON l.id = b.laporan_id
  JOIN kegiatan k ON k.id = l.kegiatan_id
  JOIN rencana r ON r.id = k.rencana_id
  WHERE b.instansi_id = $1 AND b.id = $2`;

function tiada(): GalatTidakDitemukan {
  return new GalatTidakDitemukan('Berkas bukti itu tidak ada. Buka laporannya, lalu pilih buktinya dari sana.');
}
