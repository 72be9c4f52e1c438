import {
  DeleteObjectCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  type ObjectVersion,
  paginateListObjectsV2,
  type S3Client,
} from '@aws-sdk/client-s3';

type Version = Pick<ObjectVersion, 'Key' | 'VersionId'>;

/** Removes files of a bucket for good: for who may delete versions, as no function may. */
export function s3ErasedFiles(client: S3Client, Bucket: string) {
  /** Also of what only an earlier version or a delete marker is left; a bucket without versions lists what is there. */
  async function keysUnder(Prefix: string): Promise<readonly string[]> {
    const pages = await Array.fromAsync(paginateListObjectsV2({ client }, { Bucket, Prefix }));
    const current = pages.flatMap(({ Contents = [] }) => Contents);
    return [...current, ...(await versionsUnder(Prefix))].flatMap(({ Key }) => Key ?? []);
  }

  async function versionsUnder(Prefix: string): Promise<readonly Version[]> {
    const found: Version[] = [];
    let from: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } | undefined = {};
    while (from) {
      const page: ListObjectVersionsCommandOutput = await client.send(
        new ListObjectVersionsCommand({ Bucket, Prefix, ...from }),
      );
      found.push(...(page.Versions ?? []), ...(page.DeleteMarkers ?? []));
      const { NextKeyMarker: KeyMarker, NextVersionIdMarker: VersionIdMarker } = page;
      from = page.IsTruncated ? { KeyMarker, VersionIdMarker } : undefined;
    }
    return found;
  }

  /** What lies under the key itself, of whatever version. */
  const versionsOf = async (key: string): Promise<readonly (string | undefined)[]> =>
    (await versionsUnder(key)).flatMap(({ Key, VersionId }) => (Key === key ? [VersionId] : []));

  return {
    /** How many there were. Throws where a lock still holds one, and has then removed only some. */
    async remove({ keys, prefix }: { readonly keys: readonly string[]; readonly prefix: string }): Promise<number> {
      const all = new Set([...keys, ...(await keysUnder(prefix))]);
      for (const Key of all) {
        const versions = await versionsOf(Key);
        // A bucket without versions has none to name.
        for (const VersionId of versions.length > 0 ? versions : [undefined])
          await client.send(new DeleteObjectCommand({ Bucket, Key, VersionId }));
      }
      return all.size;
    },
  };
}
