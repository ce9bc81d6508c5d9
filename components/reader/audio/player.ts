import { type Signal, signal } from "../model/signal";

/** A recording that somebody opened from their own disk. It stays in the browser, until the page is left for good. */
export interface Recording {
  name: string;
  address: string;
}

/** What plays, as far as the page has to know: where, how fast, and whether the file can be played. */
export interface Playing {
  playing: boolean;
  seconds: number;
  length: number;
  speed: number;
  failed: boolean;
}

const AT_REST: Playing = { playing: false, seconds: 0, length: 0, speed: 1, failed: false };
/** How far a pedal goes back and on, in seconds. */
const STEP = 3;
const SLOWEST = 0.5;
const FASTEST = 2;
const NOTCH = 0.25;

/** Files opened on this page, by transcript: going to another room and back does not close them. */
const opened = new Map<string, Recording>();

/** The recording of one transcript. The element that plays it is on the page only while there is one. */
export class Player {
  readonly recording: Signal<Recording | null>;
  readonly state = signal(AT_REST);
  private element: HTMLAudioElement | null = null;

  constructor(private readonly transcriptId: string) {
    this.recording = signal<Recording | null>(opened.get(transcriptId) ?? null);
  }

  open(file: File): void {
    this.close();
    const recording = { name: file.name, address: URL.createObjectURL(file) };
    opened.set(this.transcriptId, recording);
    this.recording.set(recording);
  }

  close(): void {
    const recording = opened.get(this.transcriptId);
    if (recording) URL.revokeObjectURL(recording.address);
    opened.delete(this.transcriptId);
    this.recording.set(null);
    this.state.set(AT_REST);
  }

  /** Takes the element that plays, or lets it go. */
  attach = (element: HTMLAudioElement | null): void => {
    this.element = element;
  };

  /** Takes up what the element tells of itself. */
  follow = (): void => {
    const { element } = this;
    if (!element) return;
    this.state.set({
      playing: !element.paused,
      seconds: element.currentTime,
      length: Number.isFinite(element.duration) ? element.duration : 0,
      speed: element.playbackRate,
      failed: element.error !== null,
    });
  };

  toggle(): void {
    // A browser that does not play says so by an event, too.
    if (this.element?.paused) void this.element.play().catch(() => this.follow());
    else this.element?.pause();
  }

  /** Goes there, and plays if it did not. */
  playFrom(seconds: number): void {
    this.seek(seconds);
    if (this.element?.paused) this.toggle();
  }

  seek(seconds: number): void {
    if (this.element) this.element.currentTime = Math.max(0, seconds);
  }

  step(direction: 1 | -1): void {
    this.seek((this.element?.currentTime ?? 0) + direction * STEP);
  }

  turnSpeed(direction: 1 | -1): void {
    if (!this.element) return;
    const speed = this.element.playbackRate + direction * NOTCH;
    this.element.playbackRate = Math.min(FASTEST, Math.max(SLOWEST, speed));
  }
}
