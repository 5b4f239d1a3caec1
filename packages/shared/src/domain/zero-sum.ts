/**
 * Partitions the indices of `values` (none of them 0, together 0) into the greatest number of groups that sum to 0.
 *
 * Dynamic programme over subsets, O(2ⁿ⁻¹·n) time, 9·2ⁿ⁻¹ bytes: adding the members one at a time draws a chain of growing
 * subsets, and a partition's groups, laid one after another, are a chain with one zero-sum subset for each group. So the
 * best chain into a subset is the best one into it without one of its members, plus one where the subset sums to 0.
 * The groups of a partition may be laid in any order, each from any member, so the last member can always come last:
 * only the subsets of the others need to be searched.
 */
export function zeroSumGroups(values: readonly number[]): number[][] {
  if (values.length === 0) return [];
  const last = values.length - 1;
  const size = 2 ** last;
  const sums = new Float64Array(size);
  const zeroSums = new Int8Array(size);
  for (let subset = 1; subset < size; subset++) {
    const lowest = subset & -subset;
    const sum = (sums[subset ^ lowest] ?? 0) + (values[indexOf(lowest)] ?? 0);
    sums[subset] = sum;
    let best = 0;
    for (let rest = subset; rest !== 0; rest &= rest - 1) {
      const without = zeroSums[subset ^ (rest & -rest)] ?? 0;
      if (without > best) best = without;
    }
    zeroSums[subset] = sum === 0 ? best + 1 : best;
  }
  return groupsAlongChain(sums, zeroSums, last);
}

/** Walks a best chain back from all members to none; a group ends where the chain passes a subset that sums to 0. */
function groupsAlongChain(sums: Float64Array, zeroSums: Int8Array, last: number): number[][] {
  let group = [last];
  const groups = [group];
  let subset = sums.length - 1;
  while (subset !== 0) {
    let target = zeroSums[subset] ?? 0;
    if (sums[subset] === 0) {
      target -= 1;
      group = [];
      groups.push(group);
    }
    let member = subset & -subset;
    while (zeroSums[subset ^ member] !== target) member = nextMember(subset, member);
    group.push(indexOf(member));
    subset ^= member;
  }
  return groups;
}

/** The lowest bit of `subset` above `member`. */
function nextMember(subset: number, member: number): number {
  const above = subset & ~(member | (member - 1));
  return above & -above;
}

const indexOf = (bit: number): number => 31 - Math.clz32(bit);
