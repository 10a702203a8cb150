import { Controller, Get, Query } from '@nestjs/common';
import { punyaIzin } from '../auth/izin';
import { Izin, PelakuKini } from '../auth/izin.dekorator';
import { instansiPelaku, type Pelaku, type Peran } from '../auth/pelaku';
import { Jam } from '../shared/jam';
import { potong } from '../shared/tampilan/penomoran';
import { Alihan, Halaman } from '../shared/tampilan/tampilan';
import { jalur, teksKueri } from '../shared/tampilan/tautan';
import { BerandaQuery } from './beranda.query';
import { berandaView } from './beranda.view';

const INSTANSI_PER_HALAMAN = 20;

@Controller()
@Izin('beranda.lihat')
export class BerandaController {
  constructor(
    private readonly query: BerandaQuery,
    private readonly jam: Jam,
  ) {}

  /** What the person does first: the operator installs, with one agency there is nothing to choose, with several it is the list. */
  @Get()
  async beranda(@Query() kueri: Record<string, unknown>, @PelakuKini() pelaku: Pelaku): Promise<Halaman | Alihan> {
    const q = teksKueri(kueri['q']);
    const milik = instansiPelaku(pelaku).length;
    if (milik === 0 && punyaIzin(pelaku, 'instansi.buat')) return new Alihan(jalur('instalasi'));
    if (milik === 1 && q === '') {
      const [satu] = await this.query.daftar('', 0, 1);
      if (satu) return new Alihan(jalur('instansi', satu.kode, ...(mulaiDariTugas(pelaku) ? ['tugas'] : [])));
    }
    const potongan = potong(await this.query.jumlah(q), INSTANSI_PER_HALAMAN, teksKueri(kueri['h']));
    const daftar = await this.query.daftar(q, potongan.lewati, potongan.ambil);
    return new Halaman('dashboard/beranda', berandaView({ daftar, potongan, q, sekarang: this.jam.sekarang() }));
  }
}

const MULAI_DARI_TUGAS: readonly Peran[] = ['pelapor', 'penanggung_jawab', 'koordinator'];

/** Who reports, and who coordinates, begins with what is owed; the others with the agency. */
function mulaiDariTugas({ peran }: Pelaku): boolean {
  return peran.some((p) => MULAI_DARI_TUGAS.includes(p.peran));
}
