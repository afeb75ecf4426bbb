/**
 * Patients that are calculated: beating, breathing, and with vital signs that follow from both.
 *
 * <p>The electrocardiogram is the dynamical model of P. E. McSharry, G. D. Clifford, L. Tarassenko
 * and L. A. Smith, "A dynamical model for generating synthetic electrocardiogram signals", IEEE
 * Trans. Biomed. Eng. 50(3):289–294, 2003 ("ECGSYN"). Pulse wave, respiration and vital signs are
 * driven by the same beats and the same breathing, so that they agree with each other as those of a
 * patient do. A picture for tests and demonstrations, not a model for clinical conclusions.
 */
@NullMarked
package org.wardbeat.simulator.physiology;

import org.jspecify.annotations.NullMarked;
