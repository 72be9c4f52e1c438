import {
  DeleteObjectCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  paginateListObjectsV2,
  type S3Client,
} from '@aws-sdk/client-s3';

/** Removes files of a bucket for good: for who may delete versions, as no function may. */
export function s3ErasedFiles(client: S3Client, Bucket: string) {
  async function keysUnder(Prefix: string): Promise<readonly string[]> {
    const pages = await Array.fromAsync(paginateListObjectsV2({ client }, { Bucket, Prefix }));
    return pages.flatMap(({ Contents = [] }) => Contents.flatMap(({ Key }) => Key ?? []));
  }

  /** What lies under the key itself, of whatever version. */
  async function versionsOf(key: string): Promise<readonly (string | undefined)[]> {
    const found: (string | undefined)[] = [];
    let from: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } | undefined = {};
    while (from) {
      const page: ListObjectVersionsCommandOutput = await client.send(
        new ListObjectVersionsCommand({ Bucket, Prefix: key, ...from }),
      );
      const listed = [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])];
      found.push(...listed.flatMap(({ Key, VersionId }) => (Key === key ? [VersionId] : [])));
      const { NextKeyMarker: KeyMarker, NextVersionIdMarker: VersionIdMarker } = page;
      from = page.IsTruncated ? { KeyMarker, VersionIdMarker } : undefined;
    }
    return found;
  }

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
