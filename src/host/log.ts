/** The log: JSON lines on standard error, words on a terminal. */
import process from 'node:process'
import { ansiColorFormatter, configure, getLogger, type LogRecord } from '@logtape/logtape'
import type { LogLevel } from '../config.ts'
import type { Log } from '../core/log.ts'

/** Starts the log of this process; `part` (web, jobs, start) is in every line. */
export async function openLog(level: LogLevel, part: string): Promise<Log> {
  const format = process.stderr.isTTY ? ansiColorFormatter : jsonLine
  await configure({
    reset: true,
    sinks: {
      stderr: (record) => {
        process.stderr.write(format(record))
      },
    },
    loggers: [
      { category: 'wireroom', lowestLevel: level, sinks: ['stderr'] },
      { category: ['logtape', 'meta'], lowestLevel: 'error', sinks: ['stderr'] },
    ],
  })
  const logger = getLogger(['wireroom', part])
  return {
    debug: (message, fields) => logger.debug(message, told(fields)),
    info: (message, fields) => logger.info(message, told(fields)),
    warning: (message, fields) => logger.warning(message, told(fields)),
    error: (message, fields) => logger.error(message, told(fields)),
  }
}

/** One line a record; the message is for people, the fields for queries. */
function jsonLine(record: LogRecord): string {
  return `${JSON.stringify({
    at: new Date(record.timestamp).toISOString(),
    level: record.level,
    part: record.category.at(-1),
    message: record.message.map(String).join(''),
    ...record.properties,
  })}\n`
}

/** Errors as what they say: their inside is for the log alone, and has a stack only where nobody expected them. */
function told(fields: Record<string, unknown> = {}): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, value instanceof Error ? errorFields(value) : value]),
  )
}

function errorFields(error: Error): Record<string, unknown> {
  const { code } = error as NodeJS.ErrnoException
  return {
    name: error.name,
    message: error.message,
    ...(code === undefined ? {} : { code }),
    stack: error.stack
      ?.split('\n')
      .slice(1, 8)
      .map((line) => line.trim()),
    ...(error.cause instanceof Error ? { cause: errorFields(error.cause) } : {}),
  }
}
