const most = 2000

/** 经手人. Which of a house has this row's matter in hand, for the select list; null where no house is named. */
export const keeperOf = (row: string): string =>
  `(select k.account from keeper k where k.government = of_government and k.house = of_house and k.matter = ${row}.matter) as keeper`

/** What the one who is asked about has in hand, the latest matters; null where nobody is. */
export const keptNow = `if kept_by is not null then
    kept := array(select k.matter from keeper k where k.government = of_government and k.house = of_house and k.account = kept_by
      order by k.matter desc limit ${most});
  end if;`
