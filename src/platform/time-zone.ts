/**
 * The member's IANA time zone. UTC where the browser does not know the system's: by that its own clock goes then too. Chromium gives such a
 * zone the name `Etc/Unknown`, which it refuses itself in every other place; in a date of its own it writes UTC.
 */
export function timeZone(): string {
  return Temporal.Now.zonedDateTimeISO().timeZoneId;
}
