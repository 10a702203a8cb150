import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import { Transaksi } from '../../database/transaksi';
import { galatMedan } from '../../shared/isian';
import { Penyimpanan } from '../../storage/penyimpanan';
import { AturanRealisasiEntity } from '../aturan-realisasi.entity';
import type { Aturan, DasarTertulis } from '../aturan.rules';
import { InstansiEntity } from '../instansi.entity';
import { catatKopInstansi } from '../kop-instansi';
import { OrganisasiQuery } from '../organisasi.query';
import type { Kertas } from '../organisasi.rules';
import { Organisasi, type Tempat } from '../tempat';
import { tolakUsang, versiDari } from '../versi';
import { bacaLogo } from './logo';
import { barisKop, type UbahAturanDto, type UbahPengaturanDto } from './pengaturan.dto';

interface Logo {
  readonly isi: Buffer;
  readonly jenis: 'image/png' | 'image/jpeg';
}

@Injectable()
export class PengaturanService {
  constructor(
    private readonly organisasi: Organisasi,
    private readonly query: OrganisasiQuery,
    private readonly penyimpanan: Penyimpanan,
    private readonly transaksi: Transaksi,
    private readonly audit: AuditService,
  ) {}

  ubah(tempat: Tempat, dto: UbahPengaturanDto): Promise<void> {
    return this.organisasi.kelola(tempat, async (manager) => {
      const { id } = tempat.instansi;
      const lama = await manager.findOneByOrFail(InstansiEntity, { id });
      tolakUsang(dto.versi, versiPengaturan(lama), 'nama', 'Yang tersimpan kini ada pada halaman Pengaturan');
      const baru = {
        nama: dto.nama,
        singkatan: dto.singkatan,
        kota: dto.kota,
        zonaWaktu: dto.zonaWaktu,
        situs: dto.situs || null,
        kopSurat: barisKop(dto.kopSurat),
        kertas: dto.kertas as Kertas,
        skalaGanda: dto.skalaGanda === '' ? null : dto.skalaGanda === 'ya',
        jumlahPrioritas: Number(dto.jumlahPrioritas),
      };
      await manager.update(InstansiEntity, { id }, baru);
      await catatKopInstansi(manager, id, tempat.hariIni);
      const { nama, singkatan, kota, zonaWaktu, situs, kopSurat, kertas, skalaGanda, jumlahPrioritas } = lama;
      await this.audit.catat('instansi.ubah', {
        instansiId: id,
        sasaran: { jenis: 'instansi', id, nama: baru.nama },
        sebelum: { nama, singkatan, kota, zonaWaktu, situs, kopSurat, kertas, skalaGanda, jumlahPrioritas },
        sesudah: baru,
      });
    });
  }

  /** A new version that holds from now on; figures of before are printed with theirs. */
  ubahAturan(tempat: Tempat, dto: UbahAturanDto): Promise<void> {
    return this.organisasi.kelola(tempat, async (manager) => {
      const instansiId = tempat.instansi.id;
      const [kini] = await manager.find(AturanRealisasiEntity, { where: { instansiId }, order: { versi: 'DESC' }, take: 1 });
      const baru = {
        versi: (kini?.versi ?? 0) + 1,
        satuan: dto.satuan as Aturan['satuan'],
        bobotSebagian: Number(dto.bobotSebagian.replace(',', '.')),
        dasar: dto.dasar === '' ? null : (dto.dasar as DasarTertulis),
        tidakDapat: dto.tidakDapat as Aturan['tidakDapat'],
        pengganti: dto.pengganti as Aturan['pengganti'],
      };
      if (kini && isiAturan(kini) === isiAturan(baru)) throw galatMedan('satuan', 'Aturannya masih sama dengan yang berlaku');
      await manager.insert(AturanRealisasiEntity, {
        id: randomUUID(),
        instansiId,
        ...baru,
        alasan: dto.alasan,
        ditetapkanOleh: tempat.pelaku.nama,
        berlakuSejak: tempat.sekarang,
      });
      await this.audit.catat('aturan.ubah', {
        instansiId,
        sasaran: { jenis: 'aturan', id: null, nama: `Aturan persentase versi ${baru.versi}` },
        sebelum: kini
          ? {
              versi: kini.versi,
              satuan: kini.satuan,
              bobotSebagian: kini.bobotSebagian,
              dasar: kini.dasar,
              tidakDapat: kini.tidakDapat,
              pengganti: kini.pengganti,
            }
          : null,
        sesudah: baru,
        alasan: dto.alasan,
      });
    });
  }

  /** @param bita null = none. The old file stays in the storage: what was printed with it may be asked for again. */
  async gantiLogo(tempat: Tempat, bita: Uint8Array | null): Promise<void> {
    const gambar = bita === null ? null : bacaLogo(bita);
    if (typeof gambar === 'string') throw galatMedan('logo', gambar);
    await this.organisasi.kelola(tempat, async (manager) => {
      const { id, nama } = tempat.instansi;
      const { logoJenis } = await manager.findOneByOrFail(InstansiEntity, { id });
      const logoKunci = gambar === null ? null : await this.penyimpanan.simpan(gambar.bita);
      await manager.update(InstansiEntity, { id }, { logoKunci, logoJenis: gambar?.jenis ?? null });
      await catatKopInstansi(manager, id, tempat.hariIni);
      await this.audit.catat('instansi.logo', {
        instansiId: id,
        sasaran: { jenis: 'instansi', id, nama },
        sebelum: { jenis: logoJenis },
        sesudah: { jenis: gambar?.jenis ?? null },
      });
    });
  }

  /** Null when the agency has none. */
  async logo(instansiId: string): Promise<Logo | null> {
    return this.bukaLogo(await this.transaksi.manager.findOneBy(InstansiEntity, { id: instansiId }));
  }

  /** The one that headed reports on that day. */
  async logoPada(instansiId: string, tanggal: string): Promise<Logo | null> {
    return this.bukaLogo(await this.query.kopPada(instansiId, tanggal));
  }

  private async bukaLogo(kop: Pick<InstansiEntity, 'logoKunci' | 'logoJenis'> | null): Promise<Logo | null> {
    if (!kop || kop.logoKunci === null || kop.logoJenis === null) return null;
    const isi = await this.penyimpanan.buka(kop.logoKunci);
    return isi && { isi, jenis: kop.logoJenis };
  }

  satu(instansiId: string): Promise<InstansiEntity> {
    return this.transaksi.manager.findOneByOrFail(InstansiEntity, { id: instansiId });
  }

  /** Every version of the percentage rule, newest first. */
  aturan(instansiId: string): Promise<AturanRealisasiEntity[]> {
    return this.transaksi.manager.find(AturanRealisasiEntity, { where: { instansiId }, order: { versi: 'DESC' } });
  }
}

/** Another one after every change of what the form sets. */
export function versiPengaturan(i: InstansiEntity): string {
  const { nama, singkatan, kota, zonaWaktu, situs, kopSurat, kertas, skalaGanda, jumlahPrioritas } = i;
  return versiDari(nama, singkatan, kota, zonaWaktu, situs, kopSurat, kertas, skalaGanda, jumlahPrioritas);
}

function isiAturan(a: {
  satuan: string;
  bobotSebagian: number;
  dasar: string | null;
  tidakDapat: string | null;
  pengganti: string | null;
}): string {
  return [a.satuan, a.bobotSebagian, a.dasar ?? '', a.tidakDapat ?? 'dalam-penyebut', a.pengganti ?? 'dihitung'].join('|');
}
