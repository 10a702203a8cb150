import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service';
import type { JenisPeristiwa } from '../../audit/peristiwa';
import { pastikanPemilik, type Pemilik } from '../../auth/akun/akun.service';
import { NAMA_PERAN } from '../../auth/pelaku';
import { PemberitahuanService } from '../../auth/pemberitahuan/pemberitahuan.service';
import { PenggunaQuery } from '../../auth/pengguna.query';
import type { TautanSah } from '../../auth/tautan/tautan.service';
import { TautanService } from '../../auth/tautan/tautan.service';
import { UndanganService } from '../../auth/tautan/undangan.service';
import { Transaksi } from '../../database/transaksi';
import { GalatTidakBerhak, GalatTidakDitemukan } from '../../shared/galat';
import { Jam } from '../../shared/jam';
import { hariIniDi } from '../../shared/tanggal';
import { bertumpang } from '../jabatan/penugasan.rules';
import { PenulisPeran } from '../peran/penulis-peran';
import { tolakRangkap } from '../peran/peran.policy';
import { PeranQuery } from '../peran/peran.query';
import { Organisasi, type Tempat } from '../tempat';
import { UndanganPeranQuery, type Undangan } from './undangan-peran.query';
import { bolehSerahkan, langkahTerima, masihTerbuka, type KeadaanUndangan } from './undangan.policy';

export type HasilTerima = 'diterima' | 'disetujui';

/** Whoever answers: known by a session, or by the link and the password. */
interface Penjawab {
  readonly penggunaId: string;
  readonly nama: string;
}

/** The holder's answer to an invitation. It touches that one agency, for this one act, as the invited person. */
@Injectable()
export class JawabanUndangan {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly organisasi: Organisasi,
    private readonly query: UndanganPeranQuery,
    private readonly peran: PeranQuery,
    private readonly penulis: PenulisPeran,
    private readonly pengguna: PenggunaQuery,
    private readonly tautan: TautanService,
    private readonly akun: UndanganService,
    private readonly pemberitahuan: PemberitahuanService,
    private readonly audit: AuditService,
    private readonly jam: Jam,
  ) {}

  /**
   * @throws {GalatTidakDitemukan} when it is none of theirs, or no longer open
   * @throws {GalatTidakBerhak} in a session opened by a provider, and while mail must prove the mailbox first
   */
  terima({ pelaku, cara }: Pemilik, id: string): Promise<HasilTerima> {
    pastikanPemilik(cara);
    return this.sebagaiPemilik(pelaku, id, async (undangan, manager) => {
      const akun = await this.pengguna.satu(pelaku.penggunaId);
      const surelTerbukti = akun !== null && akun.surelTerbukti !== null;
      switch (langkahTerima({ surelTerbukti, lewatSurat: this.akun.lewatSurat })) {
        case 'buktikan':
          throw new GalatTidakBerhak(
            'Surel akun Anda belum terbukti. Mintalah tautan ke surel Anda di halaman Akun saya, buat kata sandi lewat tautan itu, lalu ' +
              'terima undangannya.',
          );
        case 'setujui':
          if (undangan.keadaan !== 'disetujui') await this.catat(manager, undangan, 'disetujui', 'undangan.setujui', pelaku);
          return 'disetujui';
        case 'beri':
          await this.beri(manager, undangan, pelaku);
          return 'diterima';
      }
    });
  }

  tolak({ pelaku, cara }: Pemilik, id: string): Promise<void> {
    pastikanPemilik(cara);
    return this.sebagaiPemilik(pelaku, id, (undangan, manager) =>
      this.catat(manager, undangan, 'ditolak', 'undangan.tolak', pelaku),
    );
  }

  /** A link of the agency for somebody who agreed, to be handed over once. @returns its path @throws {GalatTidakBerhak} */
  serahkan(tempat: Tempat, id: string): Promise<string> {
    return this.organisasi.kelola(tempat, () => this.buatTautan(tempat, id));
  }

  /** A part of the operator's act for an agency that has no admin yet. */
  async buatTautan(tempat: Tempat, id: string): Promise<string> {
    const undangan = await this.query.satu(tempat.instansi.id, id);
    if (!undangan) throw new GalatTidakDitemukan('Undangan itu tidak ada.');
    if (!bolehSerahkan(undangan, this.akun.lewatSurat, this.jam.sekarang()))
      throw new GalatTidakBerhak('Tautan baru dapat dibuat setelah orangnya menyetujui undangan itu di halaman Akun saya.');
    const { penggunaId, nama, surel } = undangan;
    const asal = { lewat: 'serah', instansiId: tempat.instansi.id, undanganId: id } as const;
    const jalur = await this.tautan.buat({ id: penggunaId, nama }, 'undangan_peran', asal);
    const teks = `Tautan untuk menerima undangan ${tempat.instansi.nama} dibuat dan diserahkan oleh ${tempat.pelaku.nama}.`;
    await this.pemberitahuan.beri({ id: penggunaId, nama, surel }, 'Tautan undangan Anda diserahkan', teks);
    return jalur;
  }

  /** By the agency's own link, after the password: in the transaction that uses the link up. */
  terimaLewatTautan({ penggunaId, nama, undanganId }: TautanSah): Promise<void> {
    return this.sebagaiPemilik({ penggunaId, nama }, undanganId ?? '', async (undangan, manager) => {
      if (undangan.keadaan !== 'disetujui') throw new GalatTidakDitemukan('Undangan itu belum disetujui.');
      await this.beri(manager, undangan, { penggunaId, nama });
    });
  }

  private sebagaiPemilik<T>(
    { penggunaId }: Penjawab,
    id: string,
    kerja: (undangan: Undangan, manager: EntityManager) => Promise<T>,
  ): Promise<T> {
    const sendiri = { ...this.transaksi.konteks, instansi: [], pengguna: penggunaId, operator: false };
    return this.transaksi.sebagai(sendiri, async () => {
      const undangan = await this.query.milik(penggunaId, id);
      if (!undangan || !masihTerbuka(undangan, this.jam.sekarang()))
        throw new GalatTidakDitemukan('Undangan itu tidak ada, sudah dijawab, ditarik, atau kedaluwarsa.');
      return this.transaksi.sebagai({ ...sendiri, instansi: [undangan.instansiId] }, (manager) => kerja(undangan, manager));
    });
  }

  private async beri(manager: EntityManager, undangan: Undangan, siapa: Penjawab): Promise<void> {
    const { instansiId, penggunaId, peran, unitId, unitNama, selesai, dasar } = undangan;
    const [tempat] = await manager.query<{ zona: string; unitAda: boolean }[]>(
      `SELECT i.zona_waktu AS zona, $2::uuid IS NULL OR EXISTS (SELECT FROM unit WHERE id = $2 AND berakhir IS NULL) AS "unitAda"
       FROM instansi i WHERE i.id = $1`,
      [instansiId, unitId],
    );
    const hariIni = hariIniDi(tempat?.zona ?? 'Asia/Jakarta', this.jam.sekarang());
    const mulai = undangan.mulai > hariIni ? undangan.mulai : hariIni;
    const baru = { penggunaId, peran, unitId, mulai, selesai, dasar };
    const tumpang = (await this.peran.orang(instansiId, penggunaId)).filter((p) => bertumpang(p, baru));
    const ganda = tumpang.some((p) => p.peran === peran && p.unitId === unitId);
    if (
      !tempat?.unitAda ||
      ganda ||
      (selesai !== null && selesai <= mulai) ||
      tolakRangkap(
        peran,
        tumpang.map((p) => p.peran),
      )
    )
      throw new GalatTidakBerhak(
        'Peran pada undangan ini tidak dapat diberikan lagi: unitnya sudah berakhir, masanya sudah lewat, atau tidak dapat dirangkap dengan ' +
          'peran Anda yang lain di sana. Mintalah undangan baru kepada admin instansi itu.',
      );
    await this.catat(manager, undangan, 'diterima', 'undangan.terima', siapa);
    const oleh = { penggunaId: siapa.penggunaId, nama: siapa.nama, jabatan: null };
    await this.penulis.tulis(manager, { instansiId, diberiOlehId: undangan.diundangOlehId, oleh }, baru, unitNama);
  }

  /** Whoever is later finds it answered. */
  private async catat(
    manager: EntityManager,
    { id, instansiId, peran, nama, keadaan }: Undangan,
    menjadi: KeadaanUndangan,
    peristiwa: Extract<JenisPeristiwa, 'undangan.setujui' | 'undangan.terima' | 'undangan.tolak'>,
    siapa: Penjawab,
  ): Promise<void> {
    const [baris] = await manager.query<[unknown[], number]>(
      'UPDATE undangan_peran SET keadaan = $3, dijawab = $4 WHERE id = $1 AND keadaan = $2 RETURNING id',
      [id, keadaan, menjadi, this.jam.sekarang()],
    );
    if (baris.length === 0) throw new GalatTidakDitemukan('Undangan itu sudah dijawab.');
    await this.audit.catat(peristiwa, {
      instansiId,
      sasaran: { jenis: 'undangan', id, nama: `${NAMA_PERAN[peran]}: ${nama}` },
      oleh: { penggunaId: siapa.penggunaId, nama: siapa.nama, jabatan: null },
      sebelum: { keadaan },
      sesudah: { keadaan: menjadi },
    });
  }
}
