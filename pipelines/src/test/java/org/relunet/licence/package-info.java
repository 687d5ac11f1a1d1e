/** What we say of the licences of what we ship. */
package org.relunet.licence;
