/** S3 as other services of the emulator read it. */
export interface ObjectReader {
  /** An object's bytes. A rejection's `name` is S3's own error code: `NoSuchBucket`, `NoSuchKey`, … */
  readObject(bucket: string, key: string, version?: string): Promise<Buffer>;
}
