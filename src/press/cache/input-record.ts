/** Remembers what each document's PDF was last made of, so that a run can say why it makes one again. */
import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { KeyParts } from './cache-key.ts';
import { writeAtomically } from '../write-atomically.ts';

export interface InputRecord {
  /** `第一次生成`, or what has changed since the PDF of that name was made. */
  why(name: string, parts: KeyParts): string;
  note(name: string, parts: KeyParts): void;
  /** Writes down what was noted; what was noted before stays. */
  save(): Promise<void>;
}

const recordSchema = z.record(z.string(), z.record(z.string(), z.string()));

const titles: Readonly<Record<string, string>> = {
  press: '印厂程序',
  browser: '浏览器',
  date: '日期',
  template: '版式的要求',
  document: '打印文档（计划的文字或数据）',
};

async function readRecord(file: string): Promise<Map<string, KeyParts>> {
  try {
    return new Map(Object.entries(recordSchema.parse(JSON.parse(await readFile(file, 'utf8')))));
  } catch {
    return new Map(); // absent or damaged: it only explains, so it may start afresh
  }
}

function changes(before: KeyParts, now: KeyParts): readonly string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  return names.filter((name) => before[name] !== now[name]).map((name) => titles[name] ?? name);
}

/** @param file made when it is first saved */
export async function openInputRecord(file: string): Promise<InputRecord> {
  const known = await readRecord(file);
  return {
    why: (name, parts) => {
      const before = known.get(name);
      if (before === undefined) return '第一次生成';
      const changed = changes(before, parts);
      return changed.length === 0 ? '缓存里没有它，或已损坏' : `变了：${changed.join('、')}`;
    },
    note: (name, parts) => {
      known.set(name, parts);
    },
    save: async () => {
      await mkdir(dirname(file), { recursive: true });
      await writeAtomically(file, JSON.stringify(Object.fromEntries(known)));
    },
  };
}
