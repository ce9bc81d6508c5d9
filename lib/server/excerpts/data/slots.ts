import "server-only";
import { AppError } from "@/lib/access/errors";

/** So many at once, and no more: others wait for a moment in the order in which they came. */
export class Slots {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(count: number) {
    this.#free = count;
  }

  /**
   * Takes a slot; what it answers gives it back. Throws `unavailable` where none has come free within
   * `patience` milliseconds.
   */
  async take(patience: number): Promise<() => void> {
    if (this.#free > 0) this.#free -= 1;
    else await this.#turn(patience);
    let held = true;
    return () => {
      if (held) this.#pass();
      held = false;
    };
  }

  #turn(patience: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const enter = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(enter), 1);
        reject(new AppError("unavailable"));
      }, patience);
      this.#waiting.push(enter);
    });
  }

  #pass(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free += 1;
  }
}
