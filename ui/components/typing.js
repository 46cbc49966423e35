// What the reader types in, and what the arrows move: keys pressed there are somebody else's.
export const TYPING = 'input:not([type=range], [type=checkbox], [type=radio], [type=button]), textarea, select, '
  + '[contenteditable=""], [contenteditable=true], [role=textbox], [role=combobox], [role=searchbox], '
  + '[role=spinbutton]';

export const ARROWS = 'input[type=range], input[type=radio], [role=slider], [role=radio], [role=tab], [role=listbox], '
  + '[role=option], [role=menu], [role=menuitem], [role=grid], [data-lab-arrows]';
