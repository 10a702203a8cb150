import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SumberKeadaanLalu, type KeadaanRencana } from '../prioritas/keadaan-lalu';
import { kelompokkan } from '../shared/kelompok';
import { ProgresQuery } from './progres.query';
import { realisasiTerakhir } from './progres.rules';

/** Tells the priorities of a new plan what was reported on the kegiatan of the earlier ones. */
@Injectable()
export class KeadaanLaluProgres implements OnModuleInit {
  constructor(
    private readonly sumber: SumberKeadaanLalu,
    private readonly query: ProgresQuery,
  ) {}

  onModuleInit(): void {
    this.sumber.daftarkan((instansiId) => this.cari(instansiId));
  }

  private async cari(instansiId: string): Promise<KeadaanRencana> {
    const perRencana = kelompokkan(await this.query.semua(instansiId), (r) => r.rencana);
    return new Map(
      [...perRencana].map(([rencana, milik]) => [
        rencana,
        new Map(
          [...kelompokkan(milik, (r) => r.kegiatan)].flatMap(([kegiatan, semua]) => {
            const terakhir = realisasiTerakhir(semua);
            return terakhir ? [[kegiatan, { status: terakhir.status, uraian: terakhir.deskripsi }] as const] : [];
          }),
        ),
      ]),
    );
  }
}
