import { Controller, Get, Header, ServiceUnavailableException } from '@nestjs/common';
import { Publik } from '../auth/izin.dekorator';
import { DataSource } from 'typeorm';

const BATAS_MS = 2000;

/** For the watchman in front: 200 while the database answers, 503 otherwise. */
@Controller('sehat')
@Publik()
export class SehatController {
  constructor(private readonly sumber: DataSource) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  async sehat(): Promise<{ status: 'sehat' }> {
    let jam: NodeJS.Timeout | undefined;
    const habis = new Promise<never>((_, tolak) => {
      jam = setTimeout(() => tolak(new ServiceUnavailableException()), BATAS_MS);
    });
    try {
      await Promise.race([this.sumber.query('SELECT 1'), habis]);
      return { status: 'sehat' };
    } catch {
      throw new ServiceUnavailableException();
    } finally {
      clearTimeout(jam);
    }
  }
}
