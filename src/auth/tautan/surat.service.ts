import { Injectable, Logger } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { PengaturanAuth } from '../pengaturan';
import { normalSurel } from '../surel.rules';

export interface Surat {
  /** one address; anything else is refused */
  readonly kepada: string;
  readonly perihal: string;
  readonly isi: string;
}

/** A mail server that hangs must not hold whoever invites. */
const BATAS_SURAT = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 10_000 } as const;

/** Sends mail through `SMTP_URL`. Without it nothing is sent, and links are handed over by whoever made them. */
@Injectable()
export class SuratService {
  private readonly pencatat = new Logger(SuratService.name);
  private angkutan: Transporter | null = null;

  constructor(private readonly pengaturan: PengaturanAuth) {}

  get aktif(): boolean {
    return this.pengaturan.surat !== null;
  }

  /** @returns whether the mail server took it; a failure is logged without the letter's content */
  async kirim({ kepada, perihal, isi }: Surat): Promise<boolean> {
    const { surat } = this.pengaturan;
    // Each address is checked here: the library would pass on what follows a line end as further recipients.
    if (surat === null || normalSurel(kepada) !== kepada || /[\r\n]/.test(perihal)) return false;
    this.angkutan ??= createTransport({ url: surat.url, ...BATAS_SURAT, disableFileAccess: true, disableUrlAccess: true });
    try {
      await this.angkutan.sendMail({
        from: { name: 'Tuntas', address: surat.dari },
        to: { name: '', address: kepada },
        subject: perihal,
        text: isi,
      });
      return true;
    } catch (galat) {
      this.pencatat.warn(
        `Surat tidak terkirim: ${galat instanceof Error ? galat.message.replace(/\S+@\S+/g, '…') : 'sebab tidak diketahui'}`,
      );
      return false;
    }
  }

  onModuleDestroy(): void {
    this.angkutan?.close();
  }
}
