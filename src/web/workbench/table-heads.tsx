/** The head of a table, a word over each column. */
export const TableHeads = ({ heads, className }: { readonly heads: readonly string[]; readonly className?: string }) => (
  <thead>
    <tr>
      {heads.map((head) => (
        <th key={head} scope="col" className={className}>
          {head}
        </th>
      ))}
    </tr>
  </thead>
)
