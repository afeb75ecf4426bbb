package org.wardbeat.wire.ward;

/** What an operator may do. The ordinal is its number on the wire. */
public enum Role {
  /** Sees to patients. */
  NURSE,
  /** Runs a unit. */
  CHARGE_NURSE,
  /** Looks after the equipment and sees to no patient. */
  TECHNICIAN
}
