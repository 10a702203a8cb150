import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface SuratTerkirim {
  readonly kepada: readonly string[];
  readonly dari: string;
  readonly perihal: string;
  readonly isi: string;
}

/** A mail server that keeps what it is sent. */
export class ServerSuratUji {
  readonly kotak: SuratTerkirim[] = [];
  private readonly server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData: (aliran, sesi, selesai) => {
      const potongan: Buffer[] = [];
      aliran.on('data', (p: Buffer) => potongan.push(p));
      aliran.on('end', () => {
        void PostalMime.parse(Buffer.concat(potongan)).then((surat) => {
          this.kotak.push({
            kepada: sesi.envelope.rcptTo.map((r) => r.address),
            dari: sesi.envelope.mailFrom === false ? '' : sesi.envelope.mailFrom.address,
            perihal: surat.subject ?? '',
            isi: surat.text ?? '',
          });
          selesai();
        });
      });
    },
  });

  /** @param port 0 = any free one @returns its address, `smtp://…` */
  async mulai(port = 0): Promise<string> {
    const server = this.server.listen(port, '127.0.0.1');
    await new Promise((siap) => server.once('listening', siap));
    return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  async tunggu(jumlah: number, batasMs = 5000): Promise<readonly SuratTerkirim[]> {
    const akhir = Date.now() + batasMs;
    while (this.kotak.length < jumlah && Date.now() < akhir) await new Promise((lanjut) => setTimeout(lanjut, 20));
    return this.kotak;
  }

  tutup(): Promise<void> {
    return new Promise((selesai) => this.server.close(() => selesai()));
  }
}
