import { Injectable } from '@nestjs/common';

/** The only place that knows what time it is; tests put another one in its place. */
@Injectable()
export class Jam {
  sekarang(): Date {
    return new Date();
  }
}
