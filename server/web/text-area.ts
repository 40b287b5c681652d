/** A field of several lines, with its hint and what is wrong with it. */
export interface TextArea {
  /** also its name */
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly rows: number;
  /** '' where nothing is wrong */
  readonly error: string;
  readonly describedBy: string;
}
