import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { NAMA_PERAN } from '../../auth/pelaku';
import { Transaksi } from '../../database/transaksi';
import { polaCari, syaratCari } from '../../shared/pencarian';
import type { Potongan } from '../../shared/tampilan/penomoran';
import { JabatanQuery, type Penugasan } from '../jabatan/jabatan.query';
import { belumBerakhir, NAMA_STATUS_PENUGASAN, sebutanJabatan } from '../jabatan/penugasan.rules';
import { masaTeks } from '../masa';
import { OrangQuery } from '../orang/orang.query';
import { PeranQuery } from '../peran/peran.query';
import type { Tempat } from '../tempat';
import { UnitQuery } from '../unit/unit.query';
import { cakupan, susunPohon } from '../unit/unit.rules';
import { DaftarDiTangan } from './di-tangan';
import { MutasiEntity } from './mutasi.entity';
import { keadaanDiTangan, type ButirDiTangan, type Calon } from './mutasi.rules';

/** A transfer with everything that its steps show. */
export interface BahanMutasi {
  readonly mutasi: MutasiEntity;
  readonly penugasan: Penugasan;
  /** key of the holding that the transfer is about */
  readonly utama: string;
  readonly butir: readonly ButirDiTangan[];
  readonly calon: readonly Calon[];
  /** of everything in hand now; a dry run holds as long as it is the same */
  readonly sidik: string;
}

/** One row of the list. */
export interface MutasiBernama extends Pick<MutasiEntity, 'id' | 'tanggal' | 'status' | 'alasan'> {
  readonly nama: string;
  readonly jabatan: string;
}

/** Transfers of agency $1 that hold the words $2. */
const MUTASI = `FROM mutasi m JOIN penugasan t ON t.id = m.penugasan_id JOIN jabatan j ON j.id = t.jabatan_id
  WHERE m.instansi_id = $1 AND ${syaratCari('$2', 't.nama', 'j.nama', 'm.alasan')}`;

@Injectable()
export class MutasiQuery {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly jabatan: JabatanQuery,
    private readonly peran: PeranQuery,
    private readonly unit: UnitQuery,
    private readonly orang: OrangQuery,
    private readonly diTangan: DaftarDiTangan,
  ) {}

  async jumlah(instansiId: string, q: string): Promise<number> {
    const isi = [instansiId, polaCari(q)];
    const [baris] = await this.transaksi.manager.query<{ n: number }[]>(`SELECT count(*)::int AS n ${MUTASI}`, isi);
    return baris?.n ?? 0;
  }

  /** One page, newest first. */
  daftar(instansiId: string, q: string, { lewati, ambil }: Potongan): Promise<MutasiBernama[]> {
    return this.transaksi.manager.query<MutasiBernama[]>(
      `SELECT m.id, m.tanggal::text AS tanggal, m.status, m.alasan, t.nama, j.nama AS jabatan ${MUTASI}
       ORDER BY m.dibuat_pada DESC, m.id OFFSET $3 LIMIT $4`,
      [instansiId, polaCari(q), lewati, ambil],
    );
  }

  satu(instansiId: string, id: string): Promise<MutasiEntity | null> {
    return this.transaksi.manager.findOneBy(MutasiEntity, { instansiId, id });
  }

  async bahan(tempat: Tempat, id: string): Promise<BahanMutasi | null> {
    const mutasi = await this.satu(tempat.instansi.id, id);
    const penugasan = mutasi && (await this.jabatan.satuPenugasan(tempat.instansi.id, mutasi.penugasanId));
    if (!mutasi || !penugasan) return null;
    const butir = await this.diTanganOrang(tempat, penugasan.penggunaId, mutasi.tanggal);
    const calon = await this.calon(tempat.instansi.id, penugasan.penggunaId);
    const sidik = createHash('sha256').update(keadaanDiTangan(butir, calon)).digest('hex');
    return { mutasi, penugasan, utama: `penugasan:${penugasan.id}`, butir, calon, sidik };
  }

  /** Everything that the person holds on that day or will hold: posts, roles, and what the other modules keep. */
  async diTanganOrang(tempat: Tempat, penggunaId: string, tanggal: string): Promise<ButirDiTangan[]> {
    const instansiId = tempat.instansi.id;
    const unit = await this.unit.semua(instansiId);
    const pohon = susunPohon(unit);
    const jabatan = new Map((await this.jabatan.semua(instansiId)).map((j) => [j.id, j]));
    const semuaPenugasan = await this.jabatan.semuaPenugasan(instansiId);
    const peran = (await this.peran.orang(instansiId, penggunaId)).filter((p) => belumBerakhir(p, tanggal));
    const dipegang = semuaPenugasan.filter((p) => p.penggunaId === penggunaId && belumBerakhir(p, tanggal));

    const butir: ButirDiTangan[] = dipegang.map((p) => {
      const j = jabatan.get(p.jabatanId);
      const nama = j?.nama ?? '';
      const lain = semuaPenugasan.filter((x) => x.jabatanId === p.jabatanId && belumBerakhir(x, tanggal));
      return {
        kunci: `penugasan:${p.id}`,
        jenis: 'penugasan',
        id: p.id,
        judul: sebutanJabatan(p.status, nama),
        keterangan: `${pohon.get(j?.unitId ?? '')?.nama ?? ''} · ${NAMA_STATUS_PENUGASAN[p.status]}, ${masaTeks(p)}`,
        tindakan: ['akhiri', 'serahkan', 'tetap'],
        keadaan: JSON.stringify([j, lain.toSorted((a, b) => a.id.localeCompare(b.id))]),
        asal: { macam: 'penugasan', jabatanId: p.jabatanId, jabatan: nama, mulai: p.mulai },
      };
    });
    for (const p of peran) {
      const lingkup = p.unitId === null ? 'seluruh instansi' : (pohon.get(p.unitId)?.nama ?? '');
      butir.push({
        kunci: `peran:${p.id}`,
        jenis: 'peran',
        id: p.id,
        judul: `Peran ${NAMA_PERAN[p.peran]}`,
        keterangan: `${lingkup}, ${masaTeks(p)}`,
        tindakan: ['tetap', 'akhiri', 'serahkan'],
        keadaan: JSON.stringify([p, lingkup]),
        asal: { macam: 'peran', peran: p.peran, namaPeran: NAMA_PERAN[p.peran], unitId: p.unitId, lingkup, mulai: p.mulai },
      });
    }
    const tanggungan = peran.flatMap((p) =>
      p.peran === 'penanggung_jawab' && p.unitId !== null ? [{ unitId: p.unitId, cakupan: [...cakupan(pohon, p.unitId)] }] : [],
    );
    // One's own stays open: the act is done in it.
    if (penggunaId !== tempat.pelaku.penggunaId) butir.push(butirSesi(penggunaId));
    for (const sumber of this.diTangan.semua()) butir.push(...(await sumber.cari(tempat, { penggunaId, tanggungan }, tanggal)));
    return butir;
  }

  /** People of the agency who may sign in, with the name that letters print for them. */
  private async calon(instansiId: string, kecuali: string): Promise<Calon[]> {
    const penugasan = await this.jabatan.semuaPenugasan(instansiId);
    const orang = (await this.orang.daftar(instansiId)).filter((o) => o.id !== kecuali && !o.nonaktif);
    return orang.map((o) => {
      const surat = penugasan.find((p) => p.penggunaId === o.id);
      return { id: o.id, nama: surat?.nama ?? o.nama, nip: surat?.nip ?? null, pangkat: surat?.pangkat ?? null };
    });
  }
}

function butirSesi(penggunaId: string): ButirDiTangan {
  return {
    kunci: 'sesi:semua',
    jenis: 'sesi',
    id: 'semua',
    judul: 'Sesi masuk',
    keterangan: 'di semua perangkatnya; orangnya dapat masuk lagi dengan peran yang masih dipegangnya',
    tindakan: ['tetap', 'akhiri'],
    keadaan: '',
    asal: { macam: 'sesi', penggunaId },
  };
}
