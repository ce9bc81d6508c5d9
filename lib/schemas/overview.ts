import type { Role } from "@/lib/access/can";

export interface SectorSummary {
  id: string;
  name: string;
  interviewees: number;
  /** How many of them have a transcript. */
  transcribed: number;
}

export interface ClusterSummary {
  id: string;
  key: string;
  title: string;
  questions: number;
}

export interface TranscriptProgress {
  id: string;
  title: string;
  language: string;
  /** Live segments, and how many people made them. */
  segments: number;
  coders: number;
}

/** A study at a glance. Transcripts and their coding are null for roles that do not read them. */
export interface Overview {
  role: Role;
  study: { title: string; description: string; notice: string };
  sectors: SectorSummary[];
  clusters: ClusterSummary[];
  codes: number;
  transcripts: { total: number; shown: TranscriptProgress[] } | null;
}
